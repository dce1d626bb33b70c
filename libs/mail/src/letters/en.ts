import type { Catalogue } from './catalogue.js';
import { linesOf } from './letter.js';

const greeting = (name: string): string => `Hello ${name},`;

/** English letters. */
export const en: Catalogue = {
  letters: {
    invitation: ({ name, inviter, link, until }, { company, moment }) => ({
      subject: `Invitation to use Seloste – ${company}`,
      body: [
        greeting(name),
        `${inviter} invites you to use the customer register of ${company}. The account is personal: you choose the password yourself, and nobody else knows it.`,
        { link, label: 'Open your account' },
        `The link works once, until ${moment(until)}. If you did not expect an invitation, you can ignore this message.`,
      ],
    }),
    request_challenge: ({ name, reference, code, until }, { company, moment }) => ({
      subject: `Code to confirm your request ${reference}`,
      body: [
        greeting(name),
        `${company} has received the request ${reference} about your personal data in your name. By this code we make sure that it comes from you:`,
        code,
        `Give the code to the person who handles your request when they ask for it. It is valid until ${moment(until)}. If you have made no request, give it to nobody: then nothing is done.`,
      ],
    }),
    my_data_link: ({ name, link, until }, { company, moment }) => ({
      subject: `Your data at ${company}`,
      body: [
        greeting(name),
        `We were asked for a link to the page where you see what ${company} holds on you. Here it is:`,
        { link, label: 'See my data' },
        `The link works once, until ${moment(until)}. Forward it to nobody. If you did not ask for it, you can ignore this message: nobody has seen anything.`,
      ],
    }),
    my_data_confirmation: ({ name, link, until }, { company, moment }) => ({
      subject: `Confirm your request for erasure – ${company}`,
      body: [
        greeting(name),
        `On your own page we were asked to erase what ${company} holds on you. Please confirm that it was you:`,
        { link, label: 'Confirm the request' },
        `The link works once, until ${moment(until)}. If you did not ask for this, do not press it: then nothing is done.`,
      ],
    }),
    my_data_nothing: ({ why }, { company }) => ({
      subject: `Your data at ${company}`,
      body: [
        'Hello,',
        `We were asked to show what ${company} holds on the person with this e-mail address.`,
        {
          unknown: 'We hold nothing under this address.',
          erased:
            'The data that we held under this address has been erased. We hold nothing under it any more.',
          shared:
            'Several people share this address, so we cannot show here whose data it is. Write to us, and we answer each of you in person.',
        }[why],
        'If you did not ask, you need not do anything. If you think that we know you by another address, use that one.',
      ],
    }),
    password_reset: ({ name, link, until }, { moment }) => ({
      subject: 'Choose a new password',
      body: [
        greeting(name),
        'We were asked for a new password for your account. You can choose it here:',
        { link, label: 'Choose a new password' },
        `The link works once, until ${moment(until)}. If you did not ask for a new password, you need not do anything: your present one remains valid.`,
      ],
    }),
    password_changed: ({ name, at }, { moment }) => ({
      subject: 'Your password was changed',
      body: [
        greeting(name),
        `The password of your account was changed on ${moment(at)}. Your other sessions were ended.`,
        'If you did not change it yourself, ask for a new password on the sign-in page at once and tell your administrator.',
      ],
    }),
    access_review: ({ name, count, until, link }, { day }) => ({
      subject: 'The access review awaits your answer',
      body: [
        greeting(name),
        `It is time to review who has access. Grants that await your answer: ${count}. Decide for each whether it is kept or removed.`,
        { link, label: 'Open the review' },
        `Please answer by ${day(until)}. Grants without an answer end then.`,
      ],
    }),
    access_review_warning: ({ name, count, until, link }, { day }) => ({
      subject: 'Reminder: access is about to end',
      body: [
        greeting(name),
        `The access review is not complete. Grants without an answer: ${count}. They end on ${day(until)} unless you keep them.`,
        { link, label: 'Open the review' },
      ],
    }),
    leaving_soon: ({ name, count, soon, link }) => ({
      subject: 'People you look after are about to be erased',
      body: [
        greeting(name),
        `The retention period of people you look after is coming to an end. To be erased within 90 days: ${count}. Of these within 30 days: ${soon}.`,
        'You need not do anything. If there is a lawful ground for keeping somebody longer, record it before their day.',
        { link, label: 'Show who they are' },
      ],
    }),
    self_grant: ({ name, who, at, link }, { moment }) => ({
      subject: 'An administrator extended their own access',
      body: [
        greeting(name),
        `${who} gave themselves a role on ${moment(at)}. You are told because nobody should extend their own access unseen.`,
        'If you do not know why, ask, and end the grant if need be.',
        { link, label: 'Show users' },
      ],
    }),
    account_made: ({ name, who, at, link }, { company, moment }) => ({
      subject: `Your account in the customer register – ${company}`,
      body: [
        greeting(name),
        `${who} made a personal account for you on ${moment(at)} and chose its first password.`,
        'Choose a password of your own now: nobody else should know it. If you did not expect this account, tell an administrator.',
        { link, label: 'Change password' },
      ],
    }),
    account_made_by_hand: ({ name, who, account, at, link }, { moment }) => ({
      subject: 'An account was made without an invitation',
      body: [
        greeting(name),
        `${who} made an account for ${account} on ${moment(at)} and chose its first password. You are told because only the account’s owner should know its password: an invitation lets them choose it themselves.`,
        'If you do not know why, ask, and shut the account if need be.',
        { link, label: 'Show users' },
      ],
    }),
    undertaking_copy: ({ name, acceptedAt, text }, { company, day }) => ({
      subject: `Your confidentiality undertaking – ${company}`,
      body: [
        greeting(name),
        `Your account in the customer register of ${company} was closed. On ${day(acceptedAt)} you accepted the confidentiality undertaking below. It binds you after your work has ended, too.`,
        { quote: text },
        'Please keep this copy.',
      ],
    }),
    restriction_lifting: ({ name, since, reason }, { company, day }) => ({
      subject: `The restriction on processing your personal data ends – ${company}`,
      body: [
        greeting(name),
        `The processing of your personal data in the customer register of ${company} has been restricted since ${day(since)}. We inform you that the restriction is lifted after this notice (General Data Protection Regulation, Article 18(3)).`,
        ...(reason === null ? [] : [`Reason: ${reason}`]),
        'After that your data is processed again as our privacy statement describes. You still have the right to object, to ask for rectification, erasure or a new restriction, and to lodge a complaint with the Data Protection Ombudsman.',
      ],
    }),
    privacy_notice: ({ name, controller, categories, sources, purposes, retention, link }, { company }) => ({
      subject: `About the processing of your personal data – ${company}`,
      body: [
        greeting(name),
        `${company} processes data about you in its customer register that we did not get from yourself. We therefore tell you here what they are and what they are used for (General Data Protection Regulation, Article 14).`,
        `Controller: ${controller}`,
        `Data: ${categories.join(', ')}.`,
        `Where the data came from:\n${linesOf(sources)}`,
        `What the data are used for, and on which legal basis:\n${linesOf(purposes)}`,
        `Retention: ${retention}`,
        'The data are processed by those of our staff whose work requires it, and by service providers acting on our behalf. No decisions are made from them by automated means alone.',
        'You have the right to access your data, to have them rectified or erased, to restrict their processing and to object to it. You can withdraw a consent that you gave. You can say no to direct marketing and to profiling related to it at any time, free of charge and without giving a reason:',
        { link, label: 'See your data and choose what you get' },
        'If you consider that your personal data are processed unlawfully, you can lodge a complaint with the Finnish Data Protection Ombudsman (tietosuoja.fi/en).',
      ],
    }),
    consent_confirmation: ({ name, wording, obtainedAt, link }, { company, day }) => ({
      subject: `Confirm your consent – ${company}`,
      body: [
        greeting(name),
        `The customer register of ${company} says that you gave this consent on ${day(obtainedAt)}:`,
        { quote: wording },
        'It takes effect only once you confirm it on the page that the link opens:',
        { link, label: 'Read and confirm the consent' },
        'If you did not give this consent, or do not want to confirm it, you need not do anything: without your confirmation it does not take effect. You can withdraw a confirmed consent at any time through the same link.',
      ],
    }),
    new_sign_in: ({ name, device, at, link }, { moment }) => ({
      subject: 'New sign-in to your account',
      body: [
        greeting(name),
        `Somebody signed in to your account from a device that had not been used before: ${device}, ${moment(at)}.`,
        'If it was you, you need not do anything. If not, end the session and change your password at once.',
        { link, label: 'Show sessions' },
      ],
    }),
    webhook_disabled: ({ name, receiver, since, link }, { moment }) => ({
      subject: 'A webhook was disabled',
      body: [
        greeting(name),
        `The system at ${receiver} has not taken any message since ${moment(since)}. Nothing is sent there any more.`,
        'Once the system works again, you can enable the webhook. What happened meanwhile is not announced afterwards.',
        { link, label: 'Show webhooks' },
      ],
    }),
    retention_alarm: ({ name, code, since, link }, { moment }) => ({
      subject: 'The nightly purge did not do its work',
      body: [
        greeting(name),
        code === 'failed'
          ? `The nightly purge broke off with an error at ${moment(since)}. Some of the data that was due may still be there.`
          : `The nightly purge should have finished by ${moment(since)}, and no run has.`,
        'See how the run stands and start one by hand if needed. The alarm ends with the next run that succeeds.',
        { link, label: 'Show the runs' },
      ],
    }),
    second_factor_changed: ({ name, change, at, link }, { moment }) => ({
      subject: 'The second factor of your account changed',
      body: [
        greeting(name),
        {
          added: `Another way to confirm signing in was added to your account on ${moment(at)}. Your other sessions were ended.`,
          removed: `A way to confirm signing in was removed from your account on ${moment(at)}. Your other sessions were ended.`,
          new_codes: `New recovery codes were made for your account on ${moment(at)}. The old ones no longer work.`,
          code_used: `A recovery code was used on your account on ${moment(at)}. It does not work a second time.`,
        }[change],
        'If it was you, you need not do anything. If not, change your password at once and tell your administrator.',
        { link, label: 'Show the account’s settings' },
      ],
    }),
    second_factors_reset: ({ name, at }, { moment }) => ({
      subject: 'The second factors of your account were removed',
      body: [
        greeting(name),
        `An administrator removed all second factors from your account on ${moment(at)}: the authenticator app, the passkeys and the recovery codes. Your sessions were ended.`,
        'Sign in with your password and add a second factor again. If you did not ask for this, tell your administrator at once.',
      ],
    }),
  },
  footer: (company) => `Sent automatically by Seloste, the customer register of ${company}.`,
};
