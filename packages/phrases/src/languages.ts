import * as en from './english.ts';
import * as zhCN from './chinese.ts';

/** Both languages at once, for who answers in either; a page loads the one that it is read in. */
export { en, zhCN };
