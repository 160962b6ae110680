/** The host of an address, which is what people know it by; the address itself when it is only a host. */
export const hostOf = (address: string): string => URL.parse(address)?.host || address;
