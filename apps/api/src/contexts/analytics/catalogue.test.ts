import { datasetNames } from '@changming/domain/analytics';
import { describe, expect, it } from 'vitest';

import { catalogueIn } from './catalogue.ts';

describe('the meaning of a column', () => {
  it('is told for its own dataset: of a unit its kind and its end, of a hazard its kind and its closing', () => {
    const catalogue = catalogueIn(datasetNames, 'zh-CN');
    const told = (dataset: string, column: string) =>
      catalogue.find(({ name }) => name === dataset)?.columns.find(({ name }) => name === column)?.meaning;

    expect([told('units', 'kind'), told('unitHistory', 'closedOn')]).toEqual([
      '单位类型：集团、公司、工厂、车间等',
      '单位撤销的日期；没有撤销为空',
    ]);
    expect([told('hazards', 'kind'), told('hazards', 'closedOn')]).toEqual(['基础管理类或现场管理类', '隐患销号的日期；还没有销号为空']);
    expect(told('lookBacks', 'reason')).toBe('为什么要回头看');
    const twofold = catalogue.flatMap(({ name, columns }) =>
      columns
        .filter(({ name: column, meaning }) => column !== 'unitName' && datasetNames.some((each) => meaning.includes(`${each} 中`)))
        .map((column) => `${name}.${column.name}`),
    );
    expect(twofold).toEqual([]);
  });
});
