import { writeFileSync } from 'node:fs';

import { cssVariables } from '../src/ui/css-variables.ts';

/** Writes the tokens as the style sheet that both entries load before any script. */
writeFileSync(new URL('../src/ui/tokens.css', import.meta.url), cssVariables());
