import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import { parseSearch } from '../search-params.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import type { Todo, TodoItem, TodoSource } from './todo-source.ts';

/** One kind of task: how many, the first few, and the way to all of them. A card that fails leaves the others alone. */
export const TodoCard = memo(function TodoCard({ source }: { readonly source: TodoSource }) {
  const { t } = useTranslation('shell');
  const todo = useQuery(source.query);
  return (
    <article className="home__card">
      <header className="home__head">
        <h3>{source.title()}</h3>
        {todo.data !== undefined && todo.data.count > 0 && (
          <Link {...addressOf(todo.data.href ?? source.href)} className="home__count">
            {t(allOf(todo.data), { count: todo.data.count })}
          </Link>
        )}
      </header>
      {todo.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {todo.isError && <ErrorState small error={todo.error} onRetry={() => void todo.refetch()} />}
      <ul className="home__items">
        {todo.data?.items.map((item) => (
          <TodoLine key={item.id} item={item} />
        ))}
      </ul>
    </article>
  );
});

/** A kind of task in one line: what it is and how many there are. */
export const TodoCount = memo(function TodoCount({ source }: { readonly source: TodoSource }) {
  const { t } = useTranslation('shell');
  const { data } = useQuery(source.query);
  return (
    <li>
      <Link {...addressOf(data?.href ?? source.href)} className="home__line">
        <span>{source.title()}</span>
        {data !== undefined && <span className="home__count">{t(allOf(data), { count: data.count })}</span>}
      </Link>
    </li>
  );
});

/** A kind of task in a word, with its number. */
export function TodoMention({ source }: { readonly source: TodoSource }) {
  const { data } = useQuery(source.query);
  const count = data === undefined ? [] : [data.more === true ? `${data.count}+` : data.count];
  return <span className="home__mention">{[source.title(), ...count].join(' ')}</span>;
}

/** How many there are, or that there are more than were counted. */
function allOf({ more = false }: Todo) {
  return more ? 'home.moreThan' : 'home.all';
}

function TodoLine({ item }: { readonly item: TodoItem }) {
  return (
    <li>
      <Link {...addressOf(item.href)} className="home__item">
        <span className="home__what">
          {item.title}
          {item.note !== undefined && <small>{item.note}</small>}
        </span>
        {item.dueOn !== null && <Countdown dueOn={item.dueOn} {...(item.dueAt === undefined ? {} : { dueAt: item.dueAt })} />}
        {item.figure !== undefined && <strong className="home__figure">{item.figure}</strong>}
      </Link>
    </li>
  );
}

/** An address as a link of the router takes it: the conditions apart from the page. */
function addressOf(href: string) {
  const [to = '/', conditions = ''] = href.split('?');
  return { to, search: parseSearch(conditions) };
}
