import { ActionIcon, Button, Menu, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MailBlock } from '../../../api/model.js';
import { moved, newBlock } from './draft.js';
import { FieldMenu } from './FieldMenu.js';
import classes from './Template.module.css';

const kinds = ['heading', 'text', 'button', 'divider'] as const satisfies MailBlock['type'][];

interface Props {
  blocks: MailBlock[];
  onChange: (blocks: MailBlock[]) => void;
  /** What is wrong at `2.text`, in words. */
  problemAt: (place: string) => string | undefined;
}

/** The body of a letter, block by block. */
export function BlockEditor({ blocks, onChange, problemAt }: Props) {
  const { t } = useTranslation('mail');
  const replace = (index: number, block: MailBlock) =>
    onChange(blocks.map((other, i) => (i === index ? block : other)));
  return (
    <div className={classes.blocks}>
      {blocks.map((block, index) => (
        // Blocks have no identity of their own; their place is what they are known by.
        <div key={index} className={classes.block}>
          <div className={classes.blockHead}>
            <span className={classes.blockKind}>{t(`templates.block.${block.type}`)}</span>
            {block.type === 'text' && (
              <FieldMenu
                onChoose={(token) => replace(index, { ...block, text: `${block.text ?? ''}${token}` })}
              />
            )}
            <BlockActs
              isFirst={index === 0}
              isLast={index === blocks.length - 1}
              onMove={(by) => onChange(moved(blocks, index, by))}
              onRemove={() => onChange(blocks.filter((_, i) => i !== index))}
            />
          </div>
          <BlockFields
            block={block}
            onChange={(changed) => replace(index, changed)}
            problemAt={(place) => problemAt(`${index}.${place}`)}
          />
        </div>
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
          >
            {t('templates.addBlock')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map((type) => (
            <Menu.Item key={type} onClick={() => onChange([...blocks, newBlock(type)])}>
              {t(`templates.block.${type}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface ActsProps {
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function BlockActs({ isFirst, isLast, onMove, onRemove }: ActsProps) {
  const { t } = useTranslation('mail');
  const shared = { variant: 'subtle', color: 'gray', size: 'sm' } as const;
  return (
    <span className={classes.blockActs}>
      <ActionIcon {...shared} disabled={isFirst} aria-label={t('templates.up')} onClick={() => onMove(-1)}>
        <IconArrowUp size={15} stroke={1.7} aria-hidden />
      </ActionIcon>
      <ActionIcon {...shared} disabled={isLast} aria-label={t('templates.down')} onClick={() => onMove(1)}>
        <IconArrowDown size={15} stroke={1.7} aria-hidden />
      </ActionIcon>
      <ActionIcon {...shared} aria-label={t('templates.removeBlock')} onClick={onRemove}>
        <IconTrash size={15} stroke={1.7} aria-hidden />
      </ActionIcon>
    </span>
  );
}

interface FieldsProps {
  block: MailBlock;
  onChange: (block: MailBlock) => void;
  problemAt: (place: string) => string | undefined;
}

function BlockFields({ block, onChange, problemAt }: FieldsProps) {
  const { t } = useTranslation('mail');
  const label = t(`templates.block.${block.type}`);
  if (block.type === 'divider') return <hr className={classes.rule} />;
  if (block.type === 'text')
    return (
      <Textarea
        aria-label={label}
        description={t('templates.textHint')}
        inputWrapperOrder={['input', 'description', 'error']}
        autosize
        minRows={3}
        value={block.text ?? ''}
        error={problemAt('text')}
        onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
      />
    );
  return (
    <>
      <TextInput
        aria-label={block.type === 'button' ? t('templates.buttonLabel') : label}
        placeholder={block.type === 'button' ? t('templates.buttonLabel') : undefined}
        value={block.text ?? ''}
        error={problemAt('text')}
        onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
      />
      {block.type === 'button' && (
        <TextInput
          type="url"
          aria-label={t('templates.buttonUrl')}
          value={block.url ?? ''}
          error={problemAt('url')}
          onChange={(event) => onChange({ ...block, url: event.currentTarget.value })}
        />
      )}
    </>
  );
}
