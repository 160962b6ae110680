/** What a step of a visit came to: a page, or the address that it leads on to. */
export interface Visit {
  readonly address: string;
  readonly status: number;
  /** Empty when it is a page. */
  readonly location: string;
  readonly text: string;
  readonly headers: Headers;
}

/** A browser for tests of pages: it keeps cookies and fills in forms, hidden fields among them. Nothing runs in it. */
export function createBrowser() {
  let cookie = '';
  const go = async (address: string, fields?: Record<string, string>): Promise<Visit> => {
    const answer = await fetch(address, {
      redirect: 'manual',
      ...(cookie ? { headers: { Cookie: cookie } } : {}),
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const location = answer.headers.get('location') ?? '';
    return { address, status: answer.status, location, text: await answer.text(), headers: answer.headers };
  };
  return {
    visit: (address: string) => go(address),
    submit(page: Visit, chosen: Record<string, string>) {
      const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
      const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
      return go(page.address, { ...fields, ...chosen });
    },
  };
}
