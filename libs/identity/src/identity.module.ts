import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailModule } from '@seloste/mail';
import { AccessChanges } from './access/access-changes.js';
import { AccessGuard } from './access/access.guard.js';
import { UserAccess } from './access/user-access.js';
import { LiveSessions } from './access/live-sessions.js';
import { SessionStrategy } from './access/session.strategy.js';
import { ApiToken } from './api-tokens/api-token.entity.js';
import { ApiTokensController } from './api-tokens/api-tokens.controller.js';
import { ApiTokens } from './api-tokens/api-tokens.service.js';
import { LiveTokens } from './api-tokens/live-tokens.js';
import { TokenLimits } from './api-tokens/token-limits.js';
import { Calendar } from './calendar.js';
import { ControllerController } from './controller/controller.controller.js';
import { Controller } from './controller/controller.entity.js';
import { ControllerService } from './controller/controller.service.js';
import { InvitationAcceptance } from './invitations/accept-invitation.js';
import { InvitationDirectory } from './invitations/invitation-directory.js';
import { InvitationLetters } from './invitations/invitation-letters.js';
import { Invitation } from './invitations/invitation.entity.js';
import { InvitationLinksController, InvitationsController } from './invitations/invitations.controller.js';
import { Invitations } from './invitations/invitations.service.js';
import { InvitedUsers } from './invitations/invited-users.js';
import { Challenges } from './passkeys/challenges.js';
import { OwnPasskeys } from './passkeys/own-passkeys.js';
import { PasskeyCeremonies } from './passkeys/passkey-ceremonies.js';
import { PasskeyProofs } from './passkeys/passkey-proofs.js';
import { Passkey } from './passkeys/passkey.entity.js';
import { PasskeysController } from './passkeys/passkeys.controller.js';
import { Passkeys } from './passkeys/passkeys.service.js';
import { SpentChallenge } from './passkeys/spent-challenge.entity.js';
import { PasswordResetCompletion } from './password-reset/complete-password-reset.js';
import { AccountTraces } from './account-traces.js';
import { PasswordResetLetters } from './password-reset/password-reset-letters.js';
import { PasswordResetController } from './password-reset/password-reset.controller.js';
import { PasswordReset } from './password-reset/password-reset.entity.js';
import { PasswordResetRequests } from './password-reset/request-password-reset.js';
import { ResetLimits } from './password-reset/reset-limits.js';
import { FactorChanges } from './second-factor/factor-changes.js';
import { FactorState } from './second-factor/factor-state.js';
import { FactorTransactions } from './second-factor/factor-transactions.js';
import { RecoveryCodeSets } from './second-factor/recovery-code-sets.js';
import { RecoveryCode } from './second-factor/recovery-code.entity.js';
import { RecoveryCodes } from './second-factor/recovery-codes.js';
import { SecondFactorResetController } from './second-factor/second-factor-reset.controller.js';
import { SecondFactorReset } from './second-factor/second-factor-reset.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { TotpSecret } from './second-factor/totp-secret.entity.js';
import { Totp } from './second-factor/totp.service.js';
import { SecuritySettingsController } from './security-settings/security-settings.controller.js';
import { SecuritySettings } from './security-settings/security-settings.entity.js';
import { SecuritySettingsService } from './security-settings/security-settings.service.js';
import { AccountMail } from './users/account-mail.js';
import { KnownDevice } from './sessions/known-device.entity.js';
import { KnownDevices } from './sessions/known-devices.js';
import { Handshakes } from './oidc/handshake.js';
import { OidcLogin } from './oidc/oidc-login.js';
import { OidcClients } from './oidc/oidc-clients.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcLink } from './oidc/oidc-link.entity.js';
import { OidcLinksController } from './oidc/oidc-links.controller.js';
import { OidcLinks } from './oidc/oidc-links.service.js';
import { OidcProvider } from './oidc/oidc-provider.entity.js';
import { OidcSecondStep } from './oidc/oidc-second-step.js';
import { OidcSessionsController } from './oidc/oidc-sessions.controller.js';
import { OidcProvidersController } from './oidc/oidc-providers.controller.js';
import { OidcProviders } from './oidc/oidc-providers.service.js';
import { AccessLetters } from './grants/access-letters.js';
import { FreshProofToChangeAccess } from './grants/fresh-proof.js';
import { GrantHistories } from './grants/grant-history.js';
import { GrantsController } from './grants/grants.controller.js';
import { Grants } from './grants/grants.service.js';
import { RoleGrant } from './grants/role-grant.entity.js';
import { AccountAccess } from './grants/account-access.js';
import { AccessReviewItem } from './reviews/access-review-item.entity.js';
import { AccessReview } from './reviews/access-review.entity.js';
import { AccessRound, AccessUpkeep } from './reviews/access-upkeep.js';
import { AnswerReview } from './reviews/answer-review.js';
import { ConcludeReview } from './reviews/conclude-review.js';
import { OpenReview } from './reviews/open-review.js';
import { ReviewDirectory } from './reviews/review-directory.js';
import { ReviewLetters } from './reviews/review-letters.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { LoginLimits } from './sessions/login-limits.js';
import { LoginThrottle } from './sessions/login-throttle.entity.js';
import { Logins } from './sessions/logins.js';
import { OwnSessions } from './sessions/own-sessions.js';
import { PasskeyLogin } from './sessions/passkey-login.js';
import { PasswordLogin } from './sessions/password-login.js';
import { SessionCookies } from './sessions/session-cookies.js';
import { SessionProof } from './sessions/session-proof.js';
import { SessionPurge } from './sessions/session-purge.js';
import { Session } from './sessions/session.entity.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { Sessions } from './sessions/sessions.js';
import { FirstRecords } from './setup/first-records.js';
import { SetupController } from './setup/setup.controller.js';
import { SetupService } from './setup/setup.service.js';
import { SetupToken } from './setup/setup-token.js';
import { TeamMember } from './teams/team-member.entity.js';
import { Team } from './teams/team.entity.js';
import { TeamDirectory } from './teams/team-directory.js';
import { TeamsController } from './teams/teams.controller.js';
import { Teams } from './teams/teams.js';
import { TeamsService } from './teams/teams.service.js';
import { FirstUndertaking } from './undertaking/first-undertaking.js';
import { UndertakingReceipt } from './undertaking/undertaking-receipt.entity.js';
import { UndertakingReceipts } from './undertaking/undertaking-receipts.js';
import { UndertakingController } from './undertaking/undertaking.controller.js';
import { Undertaking } from './undertaking/undertaking.entity.js';
import { Undertakings } from './undertaking/undertakings.service.js';
import { Credentials } from './users/credentials.js';
import { AccountController } from './users/account.controller.js';
import { AccountService } from './users/account.service.js';
import { PasswordChange } from './users/change-password.js';
import { NewPassword } from './users/new-password.js';
import { AccountsByHand } from './users/accounts-by-hand.js';
import { NewUsers } from './users/new-users.js';
import { Passwords } from './users/passwords.js';
import { UserDirectory } from './users/user-directory.js';
import { User } from './users/user.entity.js';
import { UsersController } from './users/users.controller.js';
import { UsersService } from './users/users.service.js';

/** Who works here, how they sign in, what they may do. Guards every route of the application. */
@Module({
  imports: [
    PassportModule,
    MailModule,
    TypeOrmModule.forFeature([
      Controller,
      User,
      RoleGrant,
      Session,
      LoginThrottle,
      Team,
      TeamMember,
      Undertaking,
      UndertakingReceipt,
      AccessReview,
      AccessReviewItem,
    ]),
    TypeOrmModule.forFeature([
      TotpSecret,
      RecoveryCode,
      Passkey,
      SpentChallenge,
      KnownDevice,
      SecuritySettings,
    ]),
    TypeOrmModule.forFeature([OidcProvider, OidcLink, ApiToken]),
    TypeOrmModule.forFeature([Invitation, PasswordReset]),
  ],
  controllers: [
    SetupController,
    SessionsController,
    AccountController,
    ControllerController,
    GrantsController,
    ReviewsController,
    TeamsController,
    UndertakingController,
    UsersController,
    InvitationsController,
    InvitationLinksController,
    PasswordResetController,
    SecondFactorController,
    SecondFactorResetController,
    PasskeysController,
    SecuritySettingsController,
    ApiTokensController,
    OidcController,
    OidcLinksController,
    OidcProvidersController,
    OidcSessionsController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AccessChanges,
    Calendar,
    LiveSessions,
    SessionStrategy,
    ControllerService,
    LoginLimits,
    Logins,
    PasswordLogin,
    PasskeyLogin,
    OwnSessions,
    SessionCookies,
    SessionProof,
    KnownDevices,
    AccountMail,
    Totp,
    RecoveryCodes,
    RecoveryCodeSets,
    FactorChanges,
    FactorState,
    FactorTransactions,
    SecondFactors,
    SecondFactorReset,
    Challenges,
    PasskeyCeremonies,
    PasskeyProofs,
    OwnPasskeys,
    Passkeys,
    SecuritySettingsService,
    SessionPurge,
    Sessions,
    FirstRecords,
    SetupService,
    SetupToken,
    Teams,
    TeamDirectory,
    TeamsService,
    AccessRound,
    AccessUpkeep,
    AnswerReview,
    ConcludeReview,
    OpenReview,
    ReviewDirectory,
    ReviewLetters,
    AccessLetters,
    FreshProofToChangeAccess,
    GrantHistories,
    Grants,
    AccountAccess,
    FirstUndertaking,
    UndertakingReceipts,
    Undertakings,
    Credentials,
    AccountService,
    PasswordChange,
    NewPassword,
    NewUsers,
    AccountsByHand,
    Invitations,
    InvitationDirectory,
    InvitationLetters,
    InvitationAcceptance,
    InvitedUsers,
    PasswordResetRequests,
    PasswordResetLetters,
    PasswordResetCompletion,
    ResetLimits,
    AccountTraces,
    Passwords,
    UserAccess,
    UserDirectory,
    UsersService,
    ApiTokens,
    LiveTokens,
    TokenLimits,
    Handshakes,
    OidcClients,
    OidcLinks,
    OidcLogin,
    OidcProviders,
    OidcSecondStep,
  ],
  exports: [Calendar, SecuritySettingsService, UserAccess, UserDirectory],
})
export class IdentityModule {}
