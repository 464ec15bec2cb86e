import { z } from 'zod';

// Must be imported before any schema is made: the content security policy forbids the code that zod would generate.
z.config({ jitless: true });
