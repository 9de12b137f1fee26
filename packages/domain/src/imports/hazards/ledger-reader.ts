/**
 * The version of whatever reads and judges a ledger: all of this folder, and what it uses of the one above. To be raised with every change
 * by which a row of some ledger could get another verdict or another draft. A ledger that an older program judged is then judged again
 * before it comes in; left as it is, rows come in as the older one understood them.
 */
export const ledgerReader = 13;
