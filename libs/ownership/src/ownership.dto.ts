import { Id, NotNull } from '@seloste/platform';
import { IsBoolean } from 'class-validator';

export class CreateOwnershipTransfer {
  /** Whose records change hands; may have left. */
  @Id()
  fromUserId!: string;

  /** Whose they become: an active user who may see people. */
  @Id()
  toUserId!: string;

  /** Companies too? Default true. */
  @NotNull()
  @IsBoolean()
  companies?: boolean;

  /** People too? Default true. */
  @NotNull()
  @IsBoolean()
  contacts?: boolean;
}

export class OwnershipTransferResponse {
  id!: string;
  fromUserId!: string;
  toUserId!: string;
  /** How many changed hands, archived ones among them. */
  companies!: number;
  contacts!: number;
  requestedAt!: Date;
  finishedAt!: Date | null;
}
