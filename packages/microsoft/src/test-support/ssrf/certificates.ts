import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';

/** Whoever owns a name gets a certificate for it: so do attackers for theirs. */
export interface Certificates {
  /** PEM of the authority that signed them all. */
  readonly authority: string;
  contextFor(host: string): SecureContext;
}

/** An authority that certifies any name it is asked for. */
export function certificates(): Certificates {
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = name('Tripwire');
  const issue = (subject: Buffer, key: KeyObject, extension: Buffer) =>
    pem(certificate({ issuer, subject, key, extension }, ca.privateKey));
  const key = own.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const contexts = new Map<string, SecureContext>();
  return {
    authority: issue(issuer, ca.publicKey, basicConstraints),
    contextFor(host) {
      const cert = () => issue(name(host.slice(0, 60)), own.publicKey, alternativeName(host));
      const context = contexts.get(host) ?? createSecureContext({ key, cert: cert() });
      // Names come by the thousand; each is asked for a few times in a row.
      if (contexts.size > 500) contexts.clear();
      contexts.set(host, context);
      return context;
    },
  };
}

// DER, as much of it as a certificate needs (X.690, RFC 5280).
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const oid = (...bytes: readonly number[]) => der(0x06, Buffer.from(bytes));
const time = (year: number) => der(0x18, Buffer.from(`${year}0101000000Z`));
const bits = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes);
const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const yes = der(0x01, Buffer.from([0xff]));

const name = (common: string) =>
  sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(common)))));
const basicConstraints = sequence(oid(0x55, 0x1d, 0x13), yes, der(0x04, sequence(yes)));
const alternativeName = (host: string) =>
  sequence(oid(0x55, 0x1d, 0x11), der(0x04, sequence(der(0x82, Buffer.from(host)))));

interface Named {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly key: KeyObject;
  readonly extension: Buffer;
}

function certificate({ issuer, subject, key, extension }: Named, signer: KeyObject): Buffer {
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    issuer,
    sequence(time(2020), time(2120)),
    subject,
    key.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  );
  return sequence(body, ecdsaWithSha256, bits(sign('sha256', body, signer)));
}

const pem = (bytes: Buffer) => {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
};
