/** The engine's worker as a thread of Node. */
import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import { must } from '../../shared/assert';
import { endpointOf } from './node-endpoint';
import { KuzuGraph } from './node-kuzu';

expose(new KuzuGraph(), endpointOf(must(parentPort, 'the main thread')));
