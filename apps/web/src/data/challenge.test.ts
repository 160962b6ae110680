import { describe, expect, it } from 'vitest';
import { claimsOf } from './challenge.ts';

describe('claimsOf', () => {
  it('reads claims with letters beyond ASCII', () => {
    const encoded = btoa(String.fromCharCode(...new TextEncoder().encode('{"a":"é"}')));
    expect(claimsOf(`Bearer error="insufficient_claims", claims="${encoded}"`)).toBe('{"a":"é"}');
  });

  it('takes what it can’t read for an ordinary 401', () => {
    expect(claimsOf(null)).toBeUndefined();
    expect(claimsOf('Bearer error="invalid_token"')).toBeUndefined();
    expect(claimsOf('Bearer error="insufficient_claims", claims="%%%"')).toBeUndefined();
    expect(claimsOf(`Bearer error="insufficient_claims", claims="${btoa('no json')}"`)).toBeUndefined();
  });
});
