import { bodyAddress, minutesAddress } from "@/domain/bodies/body-address";
import type { WaitingSubject } from "@/domain/waiting/waiting";
import { officeMeeting } from "../office/meetings/meeting-places";

/** Where the one thing to do is done: in the office where it has a place yet, on the public page of the record where it has none. */
export function waitingAddress(subject: WaitingSubject): string {
  switch (subject.kind) {
    case "topic":
      return `/office/topics/${subject.slug}`;
    case "proposal":
      return `/office/scoping/${subject.id}`;
    case "programme item":
      return `/office/programme/${subject.body.slug}/items/${subject.id}`;
    case "programme":
      return `/office/programme/${subject.body.slug}${subject.itemId ? `#item-${subject.itemId}` : ""}`;
    case "meeting":
      return officeMeeting(subject.meeting.body, subject.meeting);
    case "questions":
      return `${officeMeeting(subject.meeting.body, subject.meeting)}/questions${subject.id ? `/${subject.id}` : ""}`;
    case "minutes":
      return `/office/meetings/${subject.body.slug}/${subject.meeting.slug}/minutes${MINUTES_PARTS[subject.part ?? "edit"]}`;
    case "paper":
      return `${officeMeeting(subject.meeting.body, subject.meeting)}/restriction/${subject.id}`;
    case "report":
      return `/office/reports/${subject.slug}`;
    case "minute":
      return minutesAddress(subject.body, subject.meeting, subject.number);
    case "recommendation":
      return `/office/recommendations/${subject.id}${subject.clause === undefined ? "" : `/${subject.clause}`}`;
    case "follow-up":
      return `/office/follow-ups/${subject.id}`;
    case "body":
      return bodyAddress(subject.body);
    case "review group":
      return `/office/groups/${subject.slug}`;
    case "forward plan":
      return "/forward-plan";
  }
}

/** Where minutes are written, read as their readers do, and checked. */
const MINUTES_PARTS = { edit: "/edit", read: "", check: "/check" } as const;
