/** Beneath it lies everything that queries of this context have kept. */
export const inspectionsKey = ['inspections'];
