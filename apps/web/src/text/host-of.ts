/** The host of an address, which is what people know it by; the address itself when it isn't one. */
export const hostOf = (address: string): string => URL.parse(address)?.host ?? address;
