export const libraryRefusals = [
  'training.item_not_found',
  'training.item_changed_meanwhile',
  'training.item_empty',
  'training.item_withdrawn',
  'training.item_span_unfit',
  'training.item_edition_old',
] as const;
