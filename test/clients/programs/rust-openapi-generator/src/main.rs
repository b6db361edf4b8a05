use std::error::Error as StdError;

use ai_data_use::apis::configuration::Configuration;
use ai_data_use::apis::downloads_api::get_download;
use ai_data_use::apis::platforms_api::{GetPlatformError, get_history, get_opt_out, get_platform, list_platforms};
use ai_data_use::apis::versions_api::list_changes;
use ai_data_use::apis::Error;
use ai_data_use::models::ChangeClass::Correction;
use ai_data_use::models::PlatformInclude::{Events, Evidence, Myths, Record, Sources};
use reqwest::Url;

/// The cursor of the next page; none after the last.
fn cursor(base: &str, next: Option<String>) -> Option<String> {
    let address = Url::parse(base).ok()?.join(&next?).ok()?;
    address.query_pairs().find(|(name, _)| name == "cursor").map(|(_, value)| value.into_owned())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn StdError>> {
    let base = std::env::args().nth(1).expect("the server's address");
    let api = Configuration { base_path: base.clone(), ..Configuration::new() };
    let de = Some("DE");

    let opt_out = get_opt_out(&api, "linkedin", de, None, None, None, None, None).await?;
    println!("opt-out: {}, {} actions", opt_out.headline.verdict, opt_out.effort.actions.unwrap_or_default());
    for (i, step) in opt_out.controls[0].steps.iter().enumerate() {
        println!("{}. {step}", i + 1);
    }

    let mut ids: Vec<String> = vec![];
    let mut at: Option<String> = None;
    let mut pages = 0;
    loop {
        let page = list_platforms(
            &api, de, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None,
            None, None, None, None, None, None, Some(40), at.as_deref(),
        )
        .await?;
        pages += 1;
        ids.extend(page.items.into_iter().map(|item| item.id));
        at = cursor(&base, page.next);
        if at.is_none() {
            println!("platforms: {} of {} on {pages} pages", ids.len(), page.total);
            break;
        }
    }

    let mut items = vec![];
    loop {
        let page = get_history(&api, "linkedin", None, Some(100), at.as_deref()).await?;
        items.extend(page.items);
        at = cursor(&base, page.next);
        if at.is_none() {
            break;
        }
    }
    let changes = items.iter().filter(|item| item.change.is_some()).count();
    let events: Vec<_> = items.iter().filter_map(|item| Some((item.day, item.event.as_ref()?))).collect();
    println!("history: {} events, {changes} changes", events.len());
    let (day, event) = &events[0];
    println!("event: {day} {} {}", event.r#type, event.title);

    let (mut practices, mut sources) = (0, 0);
    for id in &ids {
        let include = Some(vec![Record, Sources, Events, Evidence, Myths]);
        let answer = get_platform(&api, id, de, None, None, None, None, None, include).await?;
        practices += answer.practices.len();
        sources += answer.sources.map_or(0, |sources| sources.len());
    }
    println!("answers: {practices} practices, {sources} sources");

    let changes = list_changes(
        &api, None, None, None, Some(vec![Correction]), None, None, Some(vec!["airbnb".into()]), None, None, Some(1), None,
    )
    .await?;
    let change = &changes.items[0];
    println!("change: {} {} {}", change.date, change.class, change.summary);

    match get_platform(&api, "nope", None, None, None, None, None, None, None).await {
        // Every answer that is an error has the shape of a problem: the first variant takes it.
        Err(Error::ResponseError(response)) => match response.entity {
            Some(GetPlatformError::Status400(problem) | GetPlatformError::Status404(problem)) => {
                println!("error: {} {} {}", problem.status, problem.r#type, problem.parameter.unwrap_or_default());
            }
            other => panic!("no problem: {other:?}"),
        },
        other => panic!("no problem: {other:?}"),
    }

    let alias = get_platform(&api, "twitter", None, None, None, None, None, None, None).await?;
    println!("alias: twitter is {}", alias.id);

    let file = get_download(&api, "latest", "ai-data-use-events.csv").await?;
    println!("download: {} bytes", file.bytes().await?.len());
    Ok(())
}
