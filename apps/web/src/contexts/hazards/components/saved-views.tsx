import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown, Form, Input, type MenuProps, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../../api/me.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { type LedgerSearch, searchOfView, viewOf } from '../ledger-search.ts';
import { useViewActs, viewsQuery } from '../queries.ts';

type SavedViewsProps = { readonly search: LedgerSearch; readonly onOpen: (search: LedgerSearch) => void };

/** 常用视图: the conditions in the address under a name of one's own. */
export function SavedViews({ search, onOpen }: SavedViewsProps) {
  const { t } = useTranslation('hazards');
  const { data } = useQuery(viewsQuery);
  const { forget } = useViewActs();
  const { message } = App.useApp();
  const personId = useMe().person?.id ?? null;
  const [naming, setNaming] = useState(false);
  const forgetOne = async (viewId: string) => {
    await forget.mutateAsync(viewId);
    void message.success(t('desk.views.forgotten'));
  };
  const views: NonNullable<MenuProps['items']> = (data?.items ?? []).map(({ id, name, filter }) => ({
    key: id,
    onClick: () => onOpen(searchOfView(filter, personId)),
    label: (
      <span className="saved-views__line">
        {name}
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('desk.views.forget', { name })}
          onClick={(event) => {
            event.stopPropagation();
            void forgetOne(id);
          }}
        />
      </span>
    ),
  }));
  const none = { key: 'none', disabled: true, label: t('desk.views.none') };
  const save = { key: 'save', label: t('desk.views.save'), onClick: () => setNaming(true) };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: [...(views.length === 0 ? [none] : views), { type: 'divider' }, save] }}>
        <Button icon={<StarOutlined />}>{t('desk.views.title')}</Button>
      </Dropdown>
      {naming && <NameView search={search} onClose={() => setNaming(false)} />}
    </>
  );
}

function NameView({ search, onClose }: { readonly search: LedgerSearch; readonly onClose: () => void }) {
  const { t } = useTranslation('hazards');
  const { message } = App.useApp();
  const personId = useMe().person?.id ?? null;
  const [form] = Form.useForm<{ name: string }>();
  const { save } = useViewActs();
  const keep = async ({ name }: { name: string }) => {
    await save.mutateAsync({ name: name.trim(), filter: viewOf(search, personId) });
    void message.success(t('desk.views.saved'));
    onClose();
  };
  return (
    <Modal
      open
      title={t('desk.views.save')}
      width={420}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(values) => void keep(values).catch(() => undefined)}>
        <FormProblem form={form} error={save.error} />
        <Form.Item
          name="name"
          label={t('desk.views.name')}
          extra={t('desk.views.nameHint')}
          rules={[{ required: true, whitespace: true, message: t('desk.views.nameEmpty') }]}
        >
          <Input maxLength={40} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
