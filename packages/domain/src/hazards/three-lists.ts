/** 三清单: three views of one record, with the columns an inspector expects, in their order. */
export const threeLists = {
  /** 问题清单 */
  problems: [
    'number',
    'unit',
    'place',
    'keyArea',
    'problem',
    'category',
    'level',
    'clauses',
    'inspection',
    'finder',
    'foundOn',
    'beforePhotos',
  ],
  /** 整改清单 */
  rectification: [
    'number',
    'measures',
    'responsibleUnit',
    'leader',
    'responsible',
    'funds',
    'dueOn',
    'contingency',
    'supervisor',
    'extensions',
    'stage',
  ],
  /** 实效清单 */
  results: [
    'number',
    'rectifiedOn',
    'afterPhotos',
    'spent',
    'acceptor',
    'acceptedOn',
    'opinion',
    'isClosed',
    'lookBackOn',
    'lookBackResult',
    'lesson',
  ],
} as const;

export type ThreeList = keyof typeof threeLists;
export type ListColumn = (typeof threeLists)[ThreeList][number];
