/** Hosts that nobody may be led to: names of strangers, and addresses in every spelling that some reader takes. */
export const evilHosts: readonly string[] = [
  'evil.example',
  'localhost',
  'localhost.localdomain',
  'a.localhost',
  'metadata.google.internal',
  'kubernetes.default.svc',
  '127.0.0.1.nip.io',
  'localtest.me',
  'xn--dynamcs-c2a.com',
  'dynamics.com.evil.example',
  'crm4-dynamics.com',
  'com',
  'evil.example:443',
  ...['127.0.0.1', '169.254.169.254', '10.0.0.1', '168.63.129.16', '192.168.0.1', '100.100.100.200'].flatMap(
    spellings,
  ),
  ...'[::1] [::] [fd00:ec2::254] [fe80::1] [fe80::1%25eth0] [fe80::1%eth0] [0:0:0:0:0:0:0:1] [::1%2525]'.split(
    ' ',
  ),
];

/** An IPv4 address as inet_aton, URL parsers, IPv6 and translators read it. */
function spellings(address: string): string[] {
  const bytes = address.split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const whole = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const radix = (base: number, prefix: string) => bytes.map((byte) => `${prefix}${byte.toString(base)}`);
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0'));
  const pairs = `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`;
  const wide = address
    .split('')
    .map((letter) => (letter === '.' ? '．' : String.fromCodePoint(0xff10 + Number(letter))));
  const ringed = '⓪①②③④⑤⑥⑦⑧⑨';
  return [
    address,
    `${address}.`,
    String(whole),
    `0x${whole.toString(16)}`,
    `0${whole.toString(8)}`,
    String(whole + 2 ** 32),
    radix(8, '0').join('.'),
    radix(8, '000').join('.'),
    radix(16, '0x').join('.'),
    `${a}.${(b << 16) | (c << 8) | d}`,
    `${a}.${b}.${(c << 8) | d}`,
    `0x${a.toString(16)}.${b}.0${c.toString(8)}.${d}`,
    `${a + 256}.${b}.${c}.${d}`,
    wide.join(''),
    address
      .split('')
      .map((letter) => ringed[Number(letter)] ?? '。')
      .join(''),
    address
      .split('')
      .map((letter) => `%${letter.charCodeAt(0).toString(16)}`)
      .join(''),
    `[::ffff:${address}]`,
    `[::ffff:${pairs}]`,
    `[::${address}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b:1::${pairs}]`,
    `[2002:${pairs}::1]`,
    `[2001:0:${pairs}::1]`,
    `[::ffff:0:${address}]`,
  ];
}
