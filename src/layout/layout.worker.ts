/** The worker that lays out: one request, one answer. It is ended from outside when nobody waits for it any more. */
import { layOut } from './lay-out';
import { parseLayoutRequest } from './messages';

self.addEventListener('message', ({ data }) => self.postMessage(layOut(parseLayoutRequest(data))));
