import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assert, must } from '../shared/assert';
import { EngineCode, fetchCode } from './engine-code';
import type { Code } from './engine-worker';

/** The smallest WebAssembly there is. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** As a worker starts; notes what it was given. */
function starter() {
  const given: Code[] = [];
  const start = async (code: Code) => {
    given.push(code);
    return code instanceof WebAssembly.Module ? code : WebAssembly.compile(code);
  };
  return { given, start };
}

describe("the engine's code", () => {
  it('is fetched once and compiled once, however many workers start', async () => {
    let fetches = 0;
    const code = new EngineCode(async () => {
      fetches++;
      return EMPTY.slice().buffer;
    });
    const { given, start } = starter();
    await code.giveTo(start);
    await code.giveTo(start);
    await code.giveTo(start);
    expect(fetches).toBe(1);
    expect(given[0]).toBeInstanceOf(ArrayBuffer);
    expect(given[1]).toBeInstanceOf(WebAssembly.Module);
    expect(given[2]).toBe(given[1]);
  });

  it('is fetched again for the next worker when it could not be fetched', async () => {
    const answers = [Promise.reject(new Error('offline')), Promise.resolve(EMPTY.slice().buffer)];
    const code = new EngineCode(() => must(answers.shift(), 'an answer'));
    const { given, start } = starter();
    await expect(code.giveTo(start)).rejects.toThrow('offline');
    expect(given).toEqual([]);
    await code.giveTo(start);
    expect(given).toHaveLength(1);
  });

  it('is fetched again for each of two workers that start before it is compiled', async () => {
    const code = new EngineCode(async () => EMPTY.slice().buffer);
    const { given, start } = starter();
    await Promise.all([code.giveTo(start), code.giveTo(start)]);
    expect(given).toHaveLength(2);
    expect(given[0]).not.toBe(given[1]);
  });

  it('comes whole from the server, or with the reason why not', async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/code' ? 200 : 404).end(request.url === '/code' ? EMPTY : '');
    });
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    assert(address !== null && typeof address === 'object', 'the server listens at a port');
    const url = `http://127.0.0.1:${address.port}`;
    expect(new Uint8Array(await fetchCode(`${url}/code`))).toEqual(EMPTY);
    await expect(fetchCode(`${url}/gone`)).rejects.toThrow('the server answered 404');
  });
});
