export type StoreErrorCode =
  | 'folder-locked'
  | 'not-durable'
  | 'database-damaged'
  | 'database-unreachable'
  | 'database-too-old'
  | 'database-rights'
  | 'database-newer';

/** Why the store can't be opened, in words for whoever starts Portico. Never holds a connection string. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
