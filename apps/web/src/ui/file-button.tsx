import { FileExcelOutlined } from '@ant-design/icons';
import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';

import { type OrdersOf, useOrderInstead } from './use-order-instead.tsx';

type FileButtonProps = {
  readonly file: UseMutationResult<void, Error, void>;
  readonly label: string;
  /** Has it made in the background where it is too long for one answer. */
  readonly order: () => Promise<unknown>;
  readonly orders: OrdersOf;
};

/** Brings the list on the page as a workbook, at once or made in the background, and says why where it cannot. */
export function FileButton({ file, label, order, orders }: FileButtonProps) {
  const orderInstead = useOrderInstead(orders);
  return (
    <Button
      icon={<FileExcelOutlined />}
      loading={file.isPending}
      onClick={() => file.mutate(undefined, { onError: (error) => orderInstead(error, order) })}
    >
      {label}
    </Button>
  );
}
