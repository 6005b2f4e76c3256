import type { Metadata } from "next";
import { londonDate, londonTime } from "@/domain/calendar/london-time";
import { formatDate } from "@/domain/calendar/plain-date";
import { formatTime } from "@/domain/calendar/plain-time";
import { listOutbox } from "@/server/mail/queries";
import { Empty } from "@/ui/empty";
import { List, ListItem } from "@/ui/list";
import { Notice } from "@/ui/notice";
import { OfficeHead, OfficePage } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { orNotFound } from "../../../../_lib/or-not-found";
import { officePage } from "../../../_lib/office-page";
import { SETTINGS_CRUMB } from "../crumbs";

export const metadata: Metadata = { title: "Outbox" };

export default officePage(async (person) => {
  const { demonstration, hasServer, mails } = await orNotFound(listOutbox(person));
  return (
    <OfficePage crumbs={[SETTINGS_CRUMB]}>
      <OfficeHead title="Outbox">
        {demonstration
          ? "A demonstration sends nothing: what would have been sent is here, to be read."
          : "The last 50 messages. What they say is not shown: they open accounts of others."}
      </OfficeHead>
      {demonstration || hasServer ? null : (
        <Notice tone="warn" title="No mail server is set">
          <p>Messages wait until SCRUTINEER_SMTP_URL and SCRUTINEER_MAIL_FROM are set and the site is started again.</p>
        </Notice>
      )}
      {mails.length === 0 ? (
        <Empty what="No messages yet.">Invitations and links for a new password are sent from here.</Empty>
      ) : (
        <List>
          {mails.map((mail) => (
            <ListItem
              key={mail.id}
              when={`${formatDate(londonDate(mail.createdAt))}, ${formatTime(londonTime(mail.createdAt))}`}
              title={mail.subject}
              level={2}
              meta={`To ${mail.to}${mail.failure ? `. Not taken: ${mail.failure}` : ""}`}
              end={
                demonstration ? null : mail.sentAt ? (
                  <Tag tone="done">Sent</Tag>
                ) : (
                  <Tag tone={mail.failure ? "warn" : "quiet"}>Waiting</Tag>
                )
              }
            >
              {mail.text ? <p className="break-words whitespace-pre-line">{mail.text}</p> : null}
            </ListItem>
          ))}
        </List>
      )}
    </OfficePage>
  );
});
