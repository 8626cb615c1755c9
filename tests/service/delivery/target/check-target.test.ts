import { describe, expect, it } from 'vitest';
import { checkTarget } from '../../../../src/service/delivery/target/check-target.ts';
import { parsePrivateTargets } from '../../../../src/service/delivery/target/private-targets.ts';
import { NO_PRIVATE_TARGETS } from './no-private-targets.ts';

function codeOf(url: string, allowed = ''): string {
  try {
    checkTarget(url, parsePrivateTargets(allowed) ?? NO_PRIVATE_TARGETS);
    return 'allowed';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

describe('checkTarget', () => {
  it.each([
    'https://desk.example/hook',
    'https://desk.example:8443/hook?token=1',
    'https://DESK.example./',
    'https://93.184.216.34/',
    'https://[2606:2800:220:1::1]/',
    'https://xn--zeitung-n2a.example/',
    'https://zürich.example/',
    'https://localhost.example/',
    'https://127.0.0.1.nip.example/',
    'https://[64:ff9b::5db8:d822]/',
    'https://[2002:5db8:d822::1]/',
    'https://[::ffff:93.184.216.34]/',
  ])('allows %s', (url) => {
    expect(codeOf(url)).toBe('allowed');
  });

  const hosts = [
    // Every way to write 127.0.0.1.
    ...['127.0.0.1', '2130706433', '0x7f000001', '017700000001', '0177.0.0.1', '0x7f.0.0.1', '127.1', '127.0.1', '0x7f.1'],
    ...['127.0.0.1.', '1２7.0.0.1', '１２７。０。０。１', '%31%32%37.0.0.1', '127.255.255.254'],
    // This machine, in names.
    ...['localhost', 'localhost.', 'LOCALHOST', 'ⓛocalhost', 'a.localhost', 'localhost.localdomain', 'printer.local'],
    // Metadata of clouds.
    ...['169.254.169.254', '2852039166', '0xa9fea9fe', '169.254.170.2', '[fd00:ec2::254]', '100.100.100.200', '192.0.0.192'],
    ...['168.63.129.16', 'metadata.google.internal', 'metadata', 'metadata.google.internal.', 'instance-data'],
    // Private, shared, link-local.
    ...['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '169.254.0.1', '3232235777'],
    // Not for hosts.
    ...['0.0.0.0', '0', '0.1.2.3', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '192.0.2.1', '198.18.0.1'],
    ...['198.51.100.1', '203.0.113.1', '192.88.99.1'],
    ...[
      '[::]',
      '[::1]',
      '[0:0:0:0:0:0:0:1]',
      '[fe80::1]',
      '[fc00::1]',
      '[fd12:3456::1]',
      '[fec0::1]',
      '[ff02::1]',
      '[2001:db8::1]',
    ],
    ...['[100::1]', '[3fff::1]', '[5f00::1]', '[4000::1]', '[2001::1]', '[2001:10::1]'],
    // IPv4 within IPv6: mapped, compatible, translated, tunnelled.
    ...[
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[::ffff:10.0.0.1]',
      '[::ffff:169.254.169.254]',
      '[::127.0.0.1]',
      '[::ffff:0:10.0.0.1]',
    ],
    ...[
      '[64:ff9b::7f00:1]',
      '[64:ff9b::a9fe:a9fe]',
      '[64:ff9b:1::5db8:d822]',
      '[2002:7f00:1::]',
      '[2002:a00:1::1]',
      '[2002:c0a8:101::1]',
    ],
  ];
  it.each(hosts)('refuses %s as private, however it is written', (host) => {
    expect(codeOf(`https://${host}/`)).toBe('private_target');
    expect(codeOf(`http://${host}:8080/`)).toBe('private_target');
  });

  it.each([
    ['http://desk.example/hook', 'not_https'],
    ['http://93.184.216.34/', 'not_https'],
    ['ftp://desk.example/', 'bad_url'],
    ['file:///etc/passwd', 'bad_url'],
    ['gopher://desk.example/', 'bad_url'],
    ['desk.example/hook', 'bad_url'],
    ['', 'bad_url'],
    ['https://', 'bad_url'],
    ['https://256.256.256.256/', 'bad_url'],
    ['https://0x7f.0.0.0.1/', 'bad_url'],
    ['https://[fe80::1%25eth0]/', 'bad_url'],
    [`https://desk.example/${'x'.repeat(2048)}`, 'bad_url'],
    ['https://user@desk.example/', 'has_credentials'],
    ['https://user:word@desk.example/', 'has_credentials'],
    ['https://:word@desk.example/', 'has_credentials'],
    ['https://desk.example@127.0.0.1/', 'has_credentials'],
  ])('refuses %s: %s', (url, code) => {
    expect(codeOf(url)).toBe(code);
  });

  it.each([
    ['10.0.0.0/8', 'http://10.1.2.3/', 'allowed'],
    ['10.0.0.0/8', 'https://10.1.2.3/', 'allowed'],
    ['10.0.0.0/8', 'https://[::ffff:10.1.2.3]/', 'allowed'],
    ['10.0.0.0/8', 'https://11.1.2.3/', 'allowed'],
    ['10.0.0.0/8', 'http://11.1.2.3/', 'not_https'],
    ['10.0.0.0/8', 'https://127.0.0.1/', 'private_target'],
    ['10.1.2.3', 'https://10.1.2.4/', 'private_target'],
    ['10.1.2.3', 'https://10.1.2.3/', 'allowed'],
    ['fd12::/16', 'http://[fd12::5]:9000/', 'allowed'],
    ['fd12::/16', 'http://[fd13::5]/', 'private_target'],
    ['hooks.intranet, 127.0.0.1', 'http://HOOKS.intranet.:81/x', 'allowed'],
    ['hooks.intranet, 127.0.0.1', 'http://other.intranet/', 'not_https'],
    ['localhost', 'http://localhost:3000/', 'allowed'],
    ['0.0.0.0/0', 'http://desk.example/', 'not_https'],
  ])('with %s allowed, %s is %s', (allowed, url, code) => {
    expect(codeOf(url, allowed)).toBe(code);
  });

  it('reads lists of addresses, ranges and names, and nothing else', () => {
    expect(parsePrivateTargets(' , 10.0.0.0/8 ,::1, Hooks.Intranet')).toMatchObject({ hosts: new Set(['hooks.intranet']) });
    for (const bad of ['10.0.0.0/33', 'http://hooks', 'a b', 'hooks:80', '*.intranet', '1.2.3.4/x'])
      expect(parsePrivateTargets(bad)).toBeUndefined();
  });
});
