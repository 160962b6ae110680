import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals with the newest key, opens with any. `bound` names what the bytes belong to; elsewhere they don't open. */
export interface KeyRing {
  seal(plain: Buffer, bound: readonly string[]): Buffer;
  /** Undefined for bytes that were changed, belong to something else, or whose key was retired. */
  open(sealed: Buffer, bound: readonly string[]): Buffer | undefined;
}

const [algorithm, ivLength, tagLength] = ['aes-256-gcm', 12, 16] as const;

/** Names this layout, so that another can follow it. */
const format = 1;

/**
 * Reads `name:base64 of 32 bytes`, newest first, separated by commas. Sealed bytes are the format (1 byte), the
 * length of the key's name (1), the name, the nonce (12), the tag (16), the rest; all before the nonce is bound too.
 */
export function keyRing(setting: string): KeyRing {
  const keys = new Map(
    setting.split(',').map((part): [string, Buffer] => {
      const [name = '', key = ''] = part.split(':');
      return [name, Buffer.from(key, 'base64')];
    }),
  );
  const newest = keys.entries().next().value;
  if (!newest || [...keys.values()].some((key) => key.length !== 32))
    throw new Error('A seal key is 32 bytes, as name:base64.');
  return {
    seal(plain, bound) {
      const [name, key] = newest;
      const head = header(name);
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv(algorithm, key, iv).setAAD(boundBytes(head, bound));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([head, iv, cipher.getAuthTag(), body]);
    },
    open(sealed, bound) {
      const [version, length = 0] = sealed;
      const head = sealed.subarray(0, 2 + length);
      const key = keys.get(head.subarray(2).toString());
      const rest = sealed.subarray(head.length);
      if (version !== format || !key || rest.length < ivLength + tagLength) return undefined;
      const decipher = createDecipheriv(algorithm, key, rest.subarray(0, ivLength), {
        authTagLength: tagLength,
      })
        .setAAD(boundBytes(head, bound))
        .setAuthTag(rest.subarray(ivLength, ivLength + tagLength));
      const plain = decipher.update(rest.subarray(ivLength + tagLength));
      try {
        return Buffer.concat([plain, decipher.final()]);
      } catch {
        // GCM's only complaint: these aren't the bytes that were sealed for this.
        return undefined;
      }
    },
  };
}

function header(name: string): Buffer {
  const bytes = Buffer.from(name);
  return Buffer.concat([Buffer.from([format, bytes.length]), bytes]);
}

/** JSON keeps ['a', 'bc'] and ['ab', 'c'] apart. */
const boundBytes = (head: Buffer, bound: readonly string[]) =>
  Buffer.concat([head, Buffer.from(JSON.stringify(bound))]);
