import { IsInt, Max, Min, ValidateIf } from 'class-validator';

export class UpdateMessageSettings {
  /** At most so many messages a minute; null: as fast as the mail server takes them. */
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(100_000)
  perMinute!: number | null;
}

export class MessageSettingsResponse extends UpdateMessageSettings {
  version!: number;
  updatedAt!: Date;
}
