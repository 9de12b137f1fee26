import { type DatasetName, datasetNames } from '@changming/domain/analytics';

import { query } from '../context.ts';

/** The datasets that whoever may read data at all may read. */
export const listDatasets = query({
  permission: 'analytics.read',
  run: (): Promise<readonly DatasetName[]> => Promise.resolve(datasetNames),
});
