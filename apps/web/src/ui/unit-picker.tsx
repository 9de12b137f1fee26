import { useQuery } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { BranchComing } from './branch-coming.tsx';
import { type Branch, useBranches } from './unit-branches.tsx';
import type { UnitHit, UnitNode, UnitSource } from './unit-tree.tsx';
import { useSettled } from './use-settled.ts';
import './unit-picker.css';

export type PickedUnit = { readonly id: string; readonly name: string };

type Shared = { readonly id?: string; readonly source: UnitSource; readonly placeholder?: string; readonly disabled?: boolean };
type UnitPickerProps = Shared & { readonly value?: PickedUnit | null; readonly onChange?: (unit: PickedUnit | null) => void };
type UnitsPickerProps = Shared & { readonly value?: readonly PickedUnit[]; readonly onChange?: (units: PickedUnit[]) => void };

/** Chooses one unit of a form: down the tree, or by name, code and initials. */
export function UnitPicker({ value = null, onChange, ...shared }: UnitPickerProps) {
  const choice = useChoice(shared.source);
  return (
    <TreeSelect<Labelled | null>
      {...choice.props}
      {...propsOf(shared)}
      {...(value === null ? {} : { value: labelled(value) })}
      onChange={(chosen) => onChange?.(chosen === null || chosen === undefined ? null : choice.pickedOf(chosen))}
    />
  );
}

/** Chooses several units; one unit stands for everything below it. */
export function UnitsPicker({ value = [], onChange, ...shared }: UnitsPickerProps) {
  const choice = useChoice(shared.source);
  return (
    <TreeSelect<Labelled[]>
      {...choice.props}
      {...propsOf(shared)}
      multiple
      value={value.map(labelled)}
      onChange={(chosen) => onChange?.(chosen.map(choice.pickedOf))}
    />
  );
}

type Labelled = { readonly value: string; readonly label: ReactNode };
type Node = {
  readonly key: string;
  readonly value: string;
  readonly title: ReactNode;
  readonly name?: string;
  readonly isLeaf: boolean;
  readonly selectable?: boolean;
  readonly children?: Node[];
};

function labelled({ id, name }: PickedUnit): Labelled {
  return { value: id, label: name };
}

function propsOf({ id, placeholder, disabled = false }: Shared) {
  return { ...(id === undefined ? {} : { id }), ...(placeholder === undefined ? {} : { placeholder }), disabled };
}

function useChoice(source: UnitSource) {
  const { t } = useTranslation('shell');
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim(), 250);
  const tree = useOpenTree(source);
  const hits = useQuery({
    queryKey: [...source.queryKey, 'search', asked],
    queryFn: ({ signal }) => source.search(asked, signal),
    enabled: asked !== '',
  });
  const treeData = asked === '' ? tree.nodes : (hits.data ?? []).map(hitNode);
  const names = new Map(flat(treeData).map(({ value, name = '' }) => [value, name]));
  return {
    pickedOf: ({ value, label }: Labelled): PickedUnit => ({
      id: value,
      name: names.get(value) ?? (typeof label === 'string' ? label : ''),
    }),
    props: {
      labelInValue: true,
      allowClear: true,
      className: 'unit-picker',
      popupMatchSelectWidth: false,
      listHeight: 320,
      treeNodeLabelProp: 'name',
      showSearch: { filterTreeNode: false, searchValue: typed, onSearch: setTyped },
      treeData,
      treeExpandedKeys: [...tree.opened],
      onTreeExpand: (keys: (string | number | bigint)[]) => tree.open(keys.map(String)),
      notFoundContent: asked === '' || hits.isFetching ? t('tree.loading') : t('tree.noHits', { text: asked }),
    },
  };
}

/** The tree from the top, a branch loaded when it is opened. A group with one root shows its first level at once. */
function useOpenTree(source: UnitSource) {
  const [opened, open] = useState<readonly string[] | null>(null);
  const [top] = useBranches(source, [null]);
  const roots = top?.data ?? [];
  const shown = opened ?? (roots.length === 1 ? roots.map(({ id }) => id) : []);
  const answers = useBranches(source, shown);
  const branches = new Map(shown.map((id, at) => [id, answers[at]]));
  return { opened: shown, open, nodes: roots.map((unit) => nodeOf(unit, branches)) };
}

function nodeOf({ id, name, leaf }: UnitNode, branches: ReadonlyMap<string, Branch | undefined>): Node {
  const below = branches.get(id)?.data;
  const children = below?.map((unit) => nodeOf(unit, branches)) ?? [waiting(id)];
  return { key: id, value: id, title: name, name, isLeaf: leaf, ...(leaf ? {} : { children }) };
}

/** Something stands below every unit that is not a leaf, so that it can be opened. */
function waiting(id: string): Node {
  return { key: `${id}:waiting`, value: `${id}:waiting`, title: <BranchComing />, isLeaf: true, selectable: false };
}

function hitNode({ id, name, trail }: UnitHit): Node {
  const title = (
    <span className="unit-picker__hit">
      {name}
      <small>{trail}</small>
    </span>
  );
  return { key: id, value: id, title, name, isLeaf: true };
}

function flat(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...flat(node.children ?? [])]);
}
