import { Skeleton } from 'antd';

/** Stands in the place of a page that is on its way. */
export function PageSkeleton() {
  return (
    <div aria-busy="true" className="page-skeleton">
      <Skeleton active title={{ width: 180 }} paragraph={false} />
      <Skeleton active title={false} paragraph={{ rows: 8 }} />
    </div>
  );
}
