import { type LibraryKind, libraryKinds } from '@changming/domain/training';
import { type Post, posts as allPosts } from '@changming/domain/workforce';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { type FieldSpec, FieldsDrawer } from '../../../ui/fields-drawer.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { addItem, type LibraryDetail, reviseItem, useLearningAct } from './queries.ts';

type Content = {
  readonly title: string;
  readonly body?: string | undefined;
  readonly link?: string | null | undefined;
  readonly posts?: readonly Post[] | undefined;
  readonly mustRead?: boolean | undefined;
  readonly from: string;
};

function contentOf({ title, body, link, posts = [], mustRead = false, from }: Content) {
  return { title, body: body?.trim() ?? '', link: link?.trim() || null, posts: [...posts], mustRead, from };
}

/** What an item says and whom it is for. */
function useContentFields(): readonly FieldSpec[] {
  const { t } = useTranslation(['training', 'workforce']);
  return [
    { name: 'title', label: t('learning.library.name'), required: true, control: <Input maxLength={120} /> },
    { name: 'body', label: t('learning.library.body'), control: <Input.TextArea rows={8} maxLength={50_000} /> },
    { name: 'link', label: t('learning.library.link'), extra: t('learning.library.linkHint'), control: <Input maxLength={500} /> },
    {
      name: 'posts',
      label: t('learning.library.posts'),
      extra: t('learning.library.postsHint'),
      control: <Select mode="multiple" allowClear options={allPosts.map((value) => ({ value, label: t(`workforce:posts.${value}`) }))} />,
    },
    { name: 'from', label: t('learning.library.from'), required: true, control: <DayPicker /> },
    {
      name: 'mustRead',
      label: t('learning.library.mustRead'),
      ticked: true,
      control: <Checkbox />,
    },
  ];
}

type Added = Content & { readonly unit: PickedUnit; readonly kind: LibraryKind };

/** 发布资料. */
export function AddItem({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const [id] = useState(() => newId());
  const act = useLearningAct(addItem);
  const content = useContentFields();
  const kinds = libraryKinds.map((value) => ({ value, label: t(`libraryKinds.${value}`) }));
  return (
    <FieldsDrawer<Added>
      title={t('learning.library.add')}
      submit={t('shell:actions.save')}
      done={t('learning.library.added')}
      initial={{ kind: 'policy' }}
      fields={[
        { name: 'unit', label: t('learning.unit'), required: true, control: <UnitPicker source={unitSource} /> },
        { name: 'kind', label: t('learning.library.kind'), control: <Select options={kinds} /> },
        ...content,
      ]}
      act={({ unit, kind, ...words }) => act.mutateAsync({ id, unitId: unit.id, kind, ...contentOf(words) })}
      onClose={onClose}
    />
  );
}

type EditProps = { readonly item: LibraryDetail; readonly onClose: () => void };

/** 修改资料: what it says, whom it is for, and from when. */
export function EditItem({ item, onClose }: EditProps) {
  const { t } = useTranslation(['training', 'shell']);
  const act = useLearningAct(reviseItem);
  const { id, version, title, body, link, posts, mustRead, from, to } = item;
  return (
    <FieldsDrawer<Content>
      title={t('learning.library.edit')}
      lead={t('learning.library.newEdition')}
      submit={t('shell:actions.save')}
      done={t('learning.library.saved')}
      initial={{ title, body, link, posts, mustRead, from }}
      fields={useContentFields()}
      act={(words) => act.mutateAsync({ itemId: id, body: { version, to, ...contentOf(words) } })}
      onClose={onClose}
    />
  );
}
