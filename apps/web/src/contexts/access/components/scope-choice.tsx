import type { Permission } from '@changming/domain/access';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';

import type { tokenScopesOf } from '../held-permissions.ts';
import { useContextName, usePermissionName } from './permission-names.ts';
import './scope-choice.css';

type ScopeChoiceProps = {
  readonly offered: ReturnType<typeof tokenScopesOf>;
  readonly value?: readonly Permission[];
  readonly onChange?: (scopes: Permission[]) => void;
};

/** The permissions of a token, context by context. */
export function ScopeChoice({ offered, value = [], onChange }: ScopeChoiceProps) {
  const contextName = useContextName();
  const permissionName = usePermissionName();
  const chosen = new Set(value);
  const set = (permissions: readonly Permission[], on: boolean) => {
    const others = value.filter((permission) => !permissions.includes(permission));
    onChange?.(on ? [...others, ...permissions] : others);
  };
  return (
    <div className="scope-choice">
      {offered.map(([context, permissions]) => (
        <div key={context} role="group" aria-label={contextName(context)} className="scope-choice__context">
          <All name={contextName(context)} permissions={permissions} chosen={chosen} onSet={(on) => set(permissions, on)} />
          {permissions.map((permission) => (
            <Checkbox key={permission} checked={chosen.has(permission)} onChange={(event) => set([permission], event.target.checked)}>
              {permissionName(permission)}
            </Checkbox>
          ))}
        </div>
      ))}
    </div>
  );
}

type AllProps = {
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly chosen: ReadonlySet<Permission>;
  readonly onSet: (on: boolean) => void;
};

function All({ name, permissions, chosen, onSet }: AllProps) {
  const count = permissions.filter((permission) => chosen.has(permission)).length;
  return (
    <Checkbox
      className="scope-choice__all"
      checked={count === permissions.length}
      indeterminate={count > 0 && count < permissions.length}
      onChange={(event) => onSet(event.target.checked)}
    >
      {name}
    </Checkbox>
  );
}

/** The same, to read only. */
export function ScopeList({ scopes }: { readonly scopes: readonly (readonly [context: string, permissions: readonly string[]])[] }) {
  const { i18n } = useTranslation();
  const contextName = useContextName();
  const permissionName = usePermissionName();
  const comma = i18n.language === 'en' ? ', ' : '、';
  return (
    <dl className="scope-list">
      {scopes.map(([context, permissions]) => (
        <div key={context}>
          <dt>{contextName(context)}</dt>
          <dd>{permissions.map(permissionName).join(comma)}</dd>
        </div>
      ))}
    </dl>
  );
}
