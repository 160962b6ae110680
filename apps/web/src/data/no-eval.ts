import { z } from 'zod';

// Imported before anything that builds a schema: compiled validators need eval, which the content security
// policy and Trusted Types forbid, and even asking whether it is there counts as a violation. Pages that are loaded
// later import it as well: what they share with the first ones is run before those.
z.config({ jitless: true });
