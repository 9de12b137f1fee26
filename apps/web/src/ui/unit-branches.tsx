import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { Button, Skeleton, Tree, type TreeDataNode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { BranchComing } from './branch-coming.tsx';
import { ErrorState } from './error-state.tsx';
import type { UnitNode, UnitSource } from './unit-tree.tsx';
import { useSize } from './use-size.ts';

type UnitBranchesProps = { readonly source: UnitSource; readonly chosenId: string | null; readonly onChoose: (unitId: string) => void };
export type Branch = UseQueryResult<readonly UnitNode[]>;

/** The tree from the top. A group with one root shows its first level at once, and a unit named by the address its way down. */
export function UnitBranches(props: UnitBranchesProps) {
  const [opened, setOpened] = useState<readonly string[] | null>(null);
  const [top] = useBranches(props.source, [null]);
  const above = useAbove(props.source, props.chosenId);
  if (top === undefined || top.isPending) return <Skeleton active paragraph={{ rows: 6 }} title={false} />;
  if (top.isError) return <ErrorState small error={top.error} onRetry={() => void top.refetch()} />;
  const alone = top.data.length === 1 ? top.data.map(({ id }) => id) : [];
  return <OpenBranches {...props} top={top.data} opened={opened ?? [...new Set([...alone, ...above])]} onOpened={setOpened} />;
}

/** What stands above the unit with which the tree was first shown; choosing another later moves nothing. */
function useAbove({ queryKey, above }: UnitSource, chosenId: string | null): readonly string[] {
  const [first] = useState(chosenId);
  const { data } = useQuery({
    queryKey: [...queryKey, 'above', first],
    queryFn: ({ signal }) => above?.(first ?? '', signal) ?? [],
    enabled: first !== null && above !== undefined,
  });
  return data ?? [];
}

type OpenBranchesProps = UnitBranchesProps & {
  readonly top: readonly UnitNode[];
  readonly opened: readonly string[];
  readonly onOpened: (ids: string[]) => void;
};

/** Each open branch is one query, so that a branch once seen opens again at once. */
function OpenBranches({ source, chosenId, onChoose, top, opened, onOpened }: OpenBranchesProps) {
  const [ref, { height }] = useSize();
  const answers = useBranches(source, opened);
  const branches = new Map(opened.map((id, at) => [id, answers[at]]));
  return (
    <div ref={ref} className="unit-tree__branches">
      <Tree
        blockNode
        virtual
        height={Math.max(height, 120)}
        treeData={top.map((unit) => nodeOf(unit, branches))}
        expandedKeys={[...opened]}
        selectedKeys={chosenId === null ? [] : [chosenId]}
        onExpand={(keys) => onOpened(keys.map(String))}
        onSelect={(_, { node }) => onChoose(String(node.key))}
      />
    </div>
  );
}

export function useBranches(source: UnitSource, parents: readonly (string | null)[]): Branch[] {
  return useQueries({
    queries: parents.map((parentId) => ({
      queryKey: [...source.queryKey, 'children', parentId],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.children(parentId, signal),
      staleTime: 60_000,
    })),
  });
}

function nodeOf(unit: UnitNode, branches: ReadonlyMap<string, Branch | undefined>): TreeDataNode {
  return {
    key: unit.id,
    title: unit.name,
    isLeaf: unit.leaf,
    ...(unit.leaf ? {} : { children: childrenOf(unit.id, branches) }),
  };
}

/** Something stands below every unit that is not a leaf, so that it can be opened: its units, a wait or a failure. */
function childrenOf(id: string, branches: ReadonlyMap<string, Branch | undefined>): TreeDataNode[] {
  const branch = branches.get(id);
  if (branch?.isSuccess === true) return branch.data.map((unit) => nodeOf(unit, branches));
  const title = branch?.isError === true ? <FailedBranch onRetry={() => void branch.refetch()} /> : <BranchComing />;
  return [{ key: `${id}:waiting`, title, isLeaf: true, selectable: false }];
}

function FailedBranch({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Button type="link" size="small" onClick={onRetry}>
      {t('tree.failed')} · {t('actions.retry')}
    </Button>
  );
}
