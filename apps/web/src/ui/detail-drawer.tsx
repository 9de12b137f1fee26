import { Drawer } from 'antd';
import type { ReactNode } from 'react';

import './detail-drawer.css';

type DetailDrawerProps = {
  /** The page keeps this in the address, so that a record can be sent to a colleague. */
  readonly open: boolean;
  readonly title: ReactNode;
  /** A status, beside the title. */
  readonly aside?: ReactNode;
  /** What can be done with the record; stays in view at the bottom. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
};

/** A record in detail, at the right of its list. */
export function DetailDrawer({ open, title, aside, acts, children, onClose }: DetailDrawerProps) {
  return (
    <Drawer
      open={open}
      size={640}
      destroyOnHidden
      title={
        <span className="detail-drawer__title">
          {title}
          {aside}
        </span>
      }
      footer={acts === undefined ? null : <div className="detail-drawer__acts">{acts}</div>}
      onClose={onClose}
    >
      {children}
    </Drawer>
  );
}
