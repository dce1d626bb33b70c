import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditable } from '../../ui/index.js';

/** What is seldom done with a record: archiving and restoring it. */
export function RecordMenu({
  isArchived,
  onArchive,
  children,
}: {
  isArchived: boolean;
  onArchive: (archive: boolean) => void;
  /** More items, of this kind of record alone. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('records');
  const isEditable = useEditable();
  if (!isEditable && !children) return null;
  const Icon = isArchived ? IconArchiveOff : IconArchive;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('common:action.more')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isEditable && (
          <Menu.Item
            leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
            onClick={() => onArchive(!isArchived)}
          >
            {isArchived ? t('common:action.restore') : t('common:action.archive')}
          </Menu.Item>
        )}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
