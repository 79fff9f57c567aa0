import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addressGroup, clientAddress } from './client-address';

const from = (remoteAddress: string | undefined, forwarded?: string | string[]) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
});

describe('whose address it is', () => {
  it('is the connection’s own where there is no proxy, whatever the headers say', () => {
    expect(clientAddress(from('203.0.113.9', '198.51.100.1, 127.0.0.1'), 0)).toBe('203.0.113.9');
  });

  it('is what the proxy noted, not what the client made up before it', () => {
    expect(clientAddress(from('127.0.0.1', '6.6.6.6, 7.7.7.7, 203.0.113.9'), 1)).toBe('203.0.113.9');
    expect(clientAddress(from('127.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2'), 2)).toBe('203.0.113.9');
  });

  it('is the farthest that is known where there are fewer entries than proxies', () => {
    expect(clientAddress(from('127.0.0.1', '203.0.113.9'), 3)).toBe('203.0.113.9');
    expect(clientAddress(from('127.0.0.1'), 3)).toBe('127.0.0.1');
  });

  it('is read from several headers as from one list', () => {
    expect(clientAddress(from('127.0.0.1', ['6.6.6.6', '203.0.113.9']), 1)).toBe('203.0.113.9');
  });

  it.each(['', 'unknown', '_hidden', '1.2.3', '999.1.1.1', '<script>', '1.2.3.4 5.6.7.8', '::1::2'])(
    'is the proxy’s where it notes "%s"',
    (entry) => {
      expect(clientAddress(from('127.0.0.1', `6.6.6.6, ${entry}`), 1)).toBe('127.0.0.1');
    },
  );

  it('goes past no entry that is no address', () => {
    expect(clientAddress(from('127.0.0.1', '6.6.6.6, garbage, 10.0.0.2'), 3)).toBe('10.0.0.2');
  });

  it('is known by one name only', () => {
    expect(clientAddress(from('::ffff:203.0.113.9'), 0)).toBe('203.0.113.9');
    expect(clientAddress(from('::ffff:cb00:7109'), 0)).toBe('203.0.113.9');
    expect(clientAddress(from('127.0.0.1', '203.0.113.9:51234'), 1)).toBe('203.0.113.9');
    expect(clientAddress(from('127.0.0.1', '[2001:DB8::1]:51234'), 1)).toBe('2001:db8::1');
    expect(clientAddress(from('fe80::1%eth0'), 0)).toBe('fe80::1');
    expect(clientAddress(from(undefined), 0)).toBe('unknown');
  });
});

test('a client behind a proxy is never taken for what it says itself, whatever it writes', () => {
  const written = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.string(),
    fc.constantFrom('127.0.0.1', '', ',', '::1', '10.0.0.1:80'),
  );
  fc.assert(
    fc.property(fc.array(written), fc.ipV4(), fc.integer({ min: 1, max: 3 }), (made, real, proxies) => {
      const noted = [real, ...Array.from({ length: proxies - 1 }, (_, at) => `10.0.0.${at}`)];
      expect(clientAddress(from('127.0.0.1', [...made, ...noted].join(', ')), proxies)).toBe(real);
    }),
  );
});

describe('what limits count by', () => {
  it('is an IPv4 address itself, and the /64 network of an IPv6 one however it is written', () => {
    expect(addressGroup('203.0.113.9')).toBe('203.0.113.9');
    expect(addressGroup('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(addressGroup('2001:db8:0:0:ffff:1:2:3')).toBe('2001:db8:0:0::/64');
    expect(addressGroup('2001:db8:0:1::1')).toBe('2001:db8:0:1::/64');
    expect(addressGroup('::1')).toBe('0:0:0:0::/64');
    expect(addressGroup('unknown')).toBe('unknown');
  });

  it('depends on the first half of an address and on nothing else', () => {
    const half = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 });
    const written = (groups: readonly number[]) => groups.map((group) => group.toString(16)).join(':');
    fc.assert(
      fc.property(half, half, half, (network, one, other) => {
        fc.pre(network.some((group) => group !== 0));
        const [first, second] = [one, other].map((host) => clientAddress(from(written([...network, ...host])), 0));
        expect(isIP(first ?? '')).toBe(6);
        expect(addressGroup(first ?? '')).toBe(addressGroup(second ?? ''));
        const elsewhere = [(network[0] ?? 0) ^ 1, ...network.slice(1), ...one];
        expect(addressGroup(written(elsewhere))).not.toBe(addressGroup(first ?? ''));
      }),
    );
  });
});
