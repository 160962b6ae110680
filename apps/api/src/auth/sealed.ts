/**
 * Where sealed bytes are kept, by person and kind. It never sees what is inside. A `put` replaces;
 * `remove` of nothing is fine. Lives in the store; several instances share it.
 */
export interface Sealed {
  get(tenant: string, user: string, kind: string): Promise<Buffer | undefined>;
  put(tenant: string, user: string, kind: string, value: Buffer): Promise<void>;
  remove(tenant: string, user: string, kind: string): Promise<void>;
}
