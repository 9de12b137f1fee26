import { FileExcelOutlined } from '@ant-design/icons';
import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';

import { type OrdersOf, useOrderInstead } from './use-order-instead.tsx';

type FileButtonProps = {
  readonly file: UseMutationResult<void, Error, void>;
  readonly label: string;
  readonly icon?: ReactNode;
  /** What the file is good for, said to whoever rests on the button. */
  readonly hint?: string;
  /** Has it made in the background where it is too long for one answer. */
  readonly order?: () => Promise<unknown>;
  readonly orders?: OrdersOf;
};

/** Brings what is on the page as a file, at once or made in the background, and says why where it cannot. */
export function FileButton({ file, label, icon = <FileExcelOutlined />, hint, order, orders }: FileButtonProps) {
  const orderInstead = useOrderInstead(orders);
  return (
    <Button
      icon={icon}
      loading={file.isPending}
      title={hint}
      onClick={() => file.mutate(undefined, { onError: (error) => orderInstead(error, order) })}
    >
      {label}
    </Button>
  );
}
