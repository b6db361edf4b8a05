use std::error::Error as StdError;
use std::num::NonZeroU64;
use std::str::FromStr;

use futures_util::TryStreamExt;
use generated::types::{ChangeClass, PlatformInclude, Problem};
use generated::{ByteStream, Client, Error};
use reqwest::Url;

/// The cursor of the next page, of the type that the method takes; none after the last.
fn cursor<Cursor: FromStr>(base: &str, next: Option<String>) -> Option<Cursor> {
    let address = Url::parse(base).ok()?.join(&next?).ok()?;
    address.query_pairs().find(|(name, _)| name == "cursor")?.1.parse().ok()
}

async fn all(bytes: ByteStream) -> reqwest::Result<Vec<u8>> {
    bytes.into_inner().map_ok(|chunk| chunk.to_vec()).try_concat().await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn StdError>> {
    let base = std::env::args().nth(1).expect("the server's address");
    let api = Client::new(&base);

    let de = "DE".parse()?;
    let opt_out = api.get_opt_out("linkedin", None, None, None, None, Some(&de), None).await?;
    println!("opt-out: {}, {} actions", opt_out.headline.verdict, opt_out.effort.actions.unwrap_or_default());
    for (i, step) in opt_out.controls[0].steps.iter().enumerate() {
        println!("{}. {step}", i + 1);
    }

    let mut ids: Vec<String> = vec![];
    let de = "DE".parse()?;
    let mut at = None;
    let mut pages = 0;
    loop {
        let page = api
            .list_platforms(
                None, None, None, None, None, None, None, None, at.as_ref(), None, None, None, None,
                NonZeroU64::new(40), None, None, None, None, None, Some(&de), None, None, None, None, None,
            )
            .await?
            .into_inner();
        pages += 1;
        ids.extend(page.items.into_iter().map(|item| item.id));
        at = cursor(&base, page.next);
        if at.is_none() {
            println!("platforms: {} of {} on {pages} pages", ids.len(), page.total);
            break;
        }
    }

    let mut items = vec![];
    let mut at = None;
    loop {
        let page = api.get_history("linkedin", at.as_ref(), NonZeroU64::new(100), None).await?.into_inner();
        items.extend(page.items);
        at = cursor(&base, page.next);
        if at.is_none() {
            break;
        }
    }
    let changes = items.iter().filter(|item| item.change.is_some()).count();
    let events: Vec<_> = items.iter().filter_map(|item| Some((item.day, item.event.as_ref()?))).collect();
    println!("history: {} events, {changes} changes", events.len());
    let (day, event) = events[0];
    println!("event: {day} {} {}", event.type_, event.title);

    let (mut practices, mut sources) = (0, 0);
    let de = "DE".parse()?;
    let include = ["record", "sources", "events", "evidence", "myths"];
    let include = include.into_iter().map(PlatformInclude::try_from).collect::<Result<Vec<_>, _>>()?;
    for id in &ids {
        let answer = api.get_platform(id, None, None, None, Some(&include), None, Some(&de), None).await?;
        practices += answer.practices.len();
        sources += answer.sources.as_ref().map_or(0, Vec::len);
    }
    println!("answers: {practices} practices, {sources} sources");

    let (class, platform) = (vec![ChangeClass::Correction], vec!["airbnb".parse()?]);
    let changes = api
        .list_changes(
            None, Some(&class), None, NonZeroU64::new(1), None, Some(&platform), None, None, None, None, None,
        )
        .await?;
    let change = &changes.items[0];
    println!("change: {} {} {}", change.date, change.class, change.summary);

    // Its errors have no type, since the answers of an operation may be different.
    match api.get_platform("nope", None, None, None, None, None, None, None).await {
        Err(Error::ErrorResponse(response)) => {
            let problem: Problem = serde_json::from_slice(&all(response.into_inner()).await?)?;
            println!("error: {} {} {}", problem.status, problem.type_, problem.parameter.unwrap_or_default());
        }
        other => panic!("no problem: {other:?}"),
    }

    let alias = api.get_platform("twitter", None, None, None, None, None, None, None).await?;
    println!("alias: twitter is {}", alias.id);

    let file = api.get_download("latest", "ai-data-use-events.csv").await?.into_inner();
    println!("download: {} bytes", all(file).await?.len());
    Ok(())
}
