import type { OrderingContext } from '@changming/domain/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { ProblemError } from '../api/problem-error.ts';
import { sentenceOf } from './sentence-of.ts';

/** `tooLong` is the code with which a file is refused that has more rows than one answer holds. */
export type OrdersOf = { readonly context: OrderingContext; readonly tooLong: string };

/** What to do when a file was refused: one that is too long may be made in the background where its context does so, anything else is told. */
export function useOrderInstead(orders?: OrdersOf) {
  const { t } = useTranslation('shell');
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const instead = async (order: () => Promise<unknown>, { context }: OrdersOf) => {
    try {
      await order();
      await client.invalidateQueries({ queryKey: [context, 'documents'] });
      void message.success(
        <>
          {t('orders.done')} <Link to={`/${context}/documents`}>{t('orders.title')}</Link>
        </>,
      );
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  return (error: unknown, order?: () => Promise<unknown>) => {
    const isTooLong = error instanceof ProblemError && error.problem.code === orders?.tooLong;
    if (isTooLong && orders !== undefined && order !== undefined)
      modal.confirm({
        title: t('orders.ask'),
        content: t('orders.lead', { why: sentenceOf(error) }),
        okText: t('orders.ok'),
        onOk: () => instead(order, orders),
      });
    else void message.error(sentenceOf(error));
  };
}
