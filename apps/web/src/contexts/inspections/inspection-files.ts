import type { OrdersOf } from '../../ui/use-order-instead.tsx';

/** Lists of inspections that are too long for one answer are made in the background. */
export const inspectionFiles: OrdersOf = { context: 'inspections', tooLong: 'inspections.too_many_rows' };
