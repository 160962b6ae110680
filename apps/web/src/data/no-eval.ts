import { z } from 'zod';

// Imported before anything that builds a schema: compiled validators need eval, which the content security
// policy and Trusted Types forbid, and even asking whether it is there counts as a violation.
z.config({ jitless: true });
