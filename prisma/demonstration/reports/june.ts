import type { ReportFacts } from "./report-facts";

/** Considered on 16 June 2016. The minutes name them; their texts are not in the pack. */
export const JUNE_REPORTS: readonly ReportFacts[] = [
  {
    slug: "outcomes-based-accountability-2016-06",
    title: "Outcomes Based Accountability (OBA) context report",
    authors: [],
  },
  {
    slug: "mobile-library-service-2016-06",
    title: "Mobile library service",
    topic: "mobile-library-service",
    area: "adult-and-community-services",
    authors: [{ person: "helen-coombes", title: "Interim Director for Adult and Community Services", signs: true }],
  },
  {
    slug: "community-offer-2016-06",
    title: "Community Offer for Living and Learning",
    topic: "community-offer-for-living-and-learning",
    area: "childrens-services",
    authors: [{ person: "sara-tough", title: "Director for Children's Services", signs: true }],
  },
];
