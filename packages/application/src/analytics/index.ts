export { datasetNames, datasets, pullOf } from '@changming/domain/analytics';
export type { Column, Dataset, DatasetName, Pull, PullFormat } from '@changming/domain/analytics';
export { listDatasets } from './list-datasets.ts';
export { pullDataset } from './pull-dataset.ts';
export { readDataset } from './read-page.ts';
export { readsKept, sweepReads } from './sweep-reads.ts';
